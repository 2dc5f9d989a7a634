// What stands in a builder from the start and comes a moment after it: properties, what the form costs, commands of all
// sides.
import '../burden/meter/define.ts';
import '../panel/define.ts';

export { paneCommands } from './pane-commands.ts';
