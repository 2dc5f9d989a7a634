/** What a property is called, and the help beside it: Chinese, English, help in Chinese, help in English. */
export type Words = readonly [zh: string, en: string, zhHelp?: string, enHelp?: string];

/** Words of the properties of one kind of thing, by key. */
export type WordTable = Readonly<Record<string, Words>>;
