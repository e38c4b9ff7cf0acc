/** The order matters: every browser calls itself Safari, most call themselves Chrome. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a program calls itself, as people know it; other programs are named by their first word. */
export function deviceOf(userAgent: string | null | undefined) {
  const text = userAgent ?? '';
  const named = (all: [RegExp, string][]) => all.find(([pattern]) => pattern.test(text))?.[1];
  const system = named(SYSTEMS);
  return {
    browser: named(BROWSERS) ?? /^[\w.-]+/.exec(text)?.[0] ?? '',
    system: system ?? '',
    isPhone: system === 'iOS' || system === 'Android' || /Mobile/.test(text),
  };
}
