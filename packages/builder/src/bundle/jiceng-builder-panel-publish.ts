// Tabs of the form builder in which one tries, compares and publishes. Loaded when one is opened.
import '../burden/define.ts';
import '../preview/define.ts';
import '../publish/define.ts';
import '../texts/define.ts';
import '../versions/define.ts';
