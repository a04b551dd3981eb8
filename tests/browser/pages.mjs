/* A page of each kind, by a name for its pictures; of the index of the sample reports with its library. */
export const pages = {
  empty: '/',
  results: '/?q=hospital+strike',
  filtered: '/?q=strike&country=BY&section=conclusions&from=2000',
  nothing: '/?q=%22porters+of+nowhere%22',
  paragraph: '/paragraph/394/84',
  columns: '/paragraph/394/84/en?lang=en,fr,es&q=dismissal+of+strikers',
  case: '/case/2090',
  joined: '/case/9971',
  report: '/report/394',
  similar: '/similar/394/83',
  principle: '/principle/digest:2006/581',
  help: '/help',
  missing: '/paragraph/394/99999',
  refused: '/?q=strike&sort=sideways',
};
