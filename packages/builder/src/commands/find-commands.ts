import type { Language } from '@jiceng/core/text/problem.js';
import type { Command } from '../session/command.ts';

/**
 * Commands that answer to what was typed: every word must occur in the title of either language; those that begin with
 * it come first.
 */
export function findCommands(commands: readonly Command[], typed: string, language: Language): readonly Command[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  const found = commands.filter(({ title, id }) => {
    const text = `${title['zh-CN']} ${title.en} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ title }: Command) => (title[language].toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return [...found].sort((a, b) => begins(a) - begins(b));
}
