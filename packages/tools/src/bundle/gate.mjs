// What a bundle must not hold: code from text, markup from text, and addresses that a page would ask for.

/** Addresses that are names and never fetched. */
const names = /^(http:\/\/www\.w3\.org\/|http:\/\/schemas\.openxmlformats\.org\/|https?:\/\/json-schema\.org\/|https:\/\/jiceng\.dev\/)/;

/**
 * @param {string} code the bundle
 * @param {string} own the code in it that is ours, not minified
 */
export function bundleProblems(code, own) {
  const problems = [];
  const text = code.replace(/^\/\*![^]*?\*\//, '');
  for (const [address] of text.matchAll(/(?:\bhttps?|wss?|\bftp):\/\/[\w.-]+[^\s"'`<>\\)]*/g)) if (!names.test(address) && !/^https?:\/\/localhost\b/.test(address)) problems.push(`foreign address ${address}`);
  for (const pattern of [/(?<![\w$.])eval\(/, /\bnew Function\b/, /(?<![\w$.]|new )Function\("/]) if (pattern.test(text)) problems.push(`code from text: ${pattern.source}`);
  const ours = own.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  for (const word of ['unsafeHTML', 'unsafeSVG', 'unsafeStatic', 'innerHTML', 'insertAdjacentHTML', 'srcdoc', 'document.write', 'styleMap']) if (ours.includes(word)) problems.push(`our own code says ${word}`);
  return [...new Set(problems)];
}
