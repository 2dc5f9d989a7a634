// What a bundle must not hold, whoever wrote it: code from text, and addresses that a page would ask for. In our own
// sources the lint looks for more.

/** Addresses that are names and never fetched. */
const names =
  /^(http:\/\/www\.w3\.org\/|http:\/\/schemas\.openxmlformats\.org\/|https?:\/\/json-schema\.org\/|https:\/\/jiceng\.dev\/)/;

/** @param {string} code the bundle */
export function bundleProblems(code) {
  const problems = [];
  const text = code.replace(/^\/\*![^]*?\*\//, '');
  for (const [address] of text.matchAll(/(?:\bhttps?|wss?|\bftp):\/\/[\w.-]+[^\s"'`<>\\)]*/g))
    if (!names.test(address) && !/^https?:\/\/localhost\b/.test(address)) problems.push(`foreign address ${address}`);
  for (const pattern of [/(?<![\w$.])eval\(/, /\bnew Function\b/, /(?<![\w$.]|new )Function\("/])
    if (pattern.test(text)) problems.push(`code from text: ${pattern.source}`);
  return [...new Set(problems)];
}
