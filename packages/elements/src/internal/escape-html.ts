/** Text as it may stand in HTML and in quoted attributes. */
export function escapeHTML(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
