import type { Definition } from '@jiceng/core/generated/definition.js';

/** Host pages for which there is code to paste. */
export const HOSTS = ['html', 'jsp', 'vue2', 'vue3', 'react'] as const;
export type Host = (typeof HOSTS)[number];

/** One file to be pasted, with the name that the others call it by. */
export interface EmbedFile {
  readonly name: string;
  readonly code: string;
}

/** JSON that stands inside markup: no tag can begin in it, and no expression of a template language. */
export function inMarkup(definition: Definition): string {
  return JSON.stringify(definition).replace(
    /[<>&$#]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const component = (id: string): string =>
  id
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
    .replace(/^(?=\d)/, 'Form');

/**
 * What is pasted into a page of this kind so that the form is filled in there. `folder` holds jiceng.js; on JSP pages
 * it lies below `${ctx}`.
 */
export function embedFiles(host: Host, definition: Definition, folder = '/kit'): EmbedFile[] {
  const { id } = definition;
  const json = `${id}.json`;
  const data: EmbedFile = { name: json, code: `${JSON.stringify(definition, null, 2)}\n` };
  const script = (prefix = '') => `<script src="${prefix}${folder}/jiceng.js"></script>`;
  const page = (prefix: string) => `${script(prefix)}
<form action="${prefix}/save/${id}" method="post">
  <jc-form name="data" mirror>
    <script type="application/json" slot="definition">${inMarkup(definition)}</script>
  </jc-form>
  <button type="submit">提交</button>
</form>
`;
  const handler = `submit(event) {
      // event.detail.value 是填好的数据
      this.$emit('submit', event.detail.value);
    },`;
  const vue = (binding: string) => `<template>
  <jc-form ${binding}="definition" @jc-submit="submit"></jc-form>
</template>

<script>
import definition from './${json}';

export default {
  name: '${component(id)}',
  emits: ['submit'],
  created() {
    this.definition = Object.freeze(definition);
  },
  methods: {
    ${handler}
  },
};
</script>
`;
  switch (host) {
    case 'html':
      return [{ name: `${id}.html`, code: page('') }];
    case 'jsp':
      return [{ name: `${id}.jsp`, code: page('${ctx}') }];
    case 'vue2':
      return [
        { name: 'index.html', code: `${script()}\n` },
        { name: 'main.js', code: `Vue.config.ignoredElements = [/^jc-/];\n` },
        { name: `${component(id)}.vue`, code: vue(':definition.prop') },
        data,
      ];
    case 'vue3':
      return [
        { name: 'index.html', code: `${script()}\n` },
        { name: 'main.js', code: `app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('jc-');\n` },
        { name: `${component(id)}.vue`, code: vue(':definition.prop') },
        data,
      ];
    case 'react':
      return [
        { name: 'index.html', code: `${script()}\n` },
        {
          name: `${component(id)}.jsx`,
          code: `import { useEffect, useRef } from 'react';
import definition from './${json}';

export function ${component(id)}({ onSubmit }) {
  const form = useRef(null);
  useEffect(() => {
    const element = form.current;
    // event.detail.value 是填好的数据
    const submit = (event) => onSubmit(event.detail.value);
    element.definition = definition;
    element.addEventListener('jc-submit', submit);
    return () => element.removeEventListener('jc-submit', submit);
  }, [onSubmit]);
  return <jc-form ref={form}></jc-form>;
}
`,
        },
        data,
      ];
  }
}
