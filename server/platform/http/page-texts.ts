// The two pages themselves: no inline script and no inline style, because the content policy allows none.

export const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; }
section { border-top: 1px solid #8885; padding: .5rem 0; }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
`;

export const HOME_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Izdoo</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<h1>Izdoo</h1>
<section lang="ky"><p>Издөөдөгү адамдардын реестри: аты-жөнү кайсы жазуу менен жазылса да табылат, экстрадиция иши башынан аягына чейин көзөмөлдөнөт.</p></section>
<section lang="ru"><p>Реестр разыскиваемых лиц: находит человека при любом написании имени и сопровождает экстрадицию от начала до конца.</p></section>
<section lang="kk"><p>Іздеудегі адамдардың тізілімі: аты-жөні қай жазумен жазылса да табады, экстрадиция ісін басынан аяғына дейін бақылайды.</p></section>
<section lang="en"><p>A registry of wanted persons: it finds a person behind any spelling of the name, and follows the extradition from beginning to end.</p></section>
<nav aria-label="Izdoo">
<ul>
<li><a href="/docs">API</a></li>
<li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/healthz">healthz</a></li>
<li><a href="/readyz">readyz</a></li>
<li><a href="/statusz">statusz</a></li>
</ul>
</nav>
</main>
</body>
</html>
`;

export const DOCS_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Izdoo API</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/init.js"></script>
</body>
</html>
`;

export const DOCS_SCRIPT = `window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null,
  tryItOutEnabled: true,
});
`;
