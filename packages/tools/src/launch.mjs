// A driven browser for end-to-end tests and for the stories' check.
import puppeteer from 'puppeteer-core';
import { browserArgs, findBrowser } from './browser.mjs';

/** @param {{ width?: number, height?: number, args?: string[] }} [options] */
export async function launch({ width = 1366, height = 768, args = [] } = {}) {
  const browser = await findBrowser();
  return puppeteer.launch({
    executablePath: browser.path,
    headless: browser.shell ? 'shell' : true,
    args: [...browserArgs(browser), '--lang=zh-CN', ...args],
    env: { ...process.env, ...browser.env },
    defaultViewport: { width, height },
  });
}
