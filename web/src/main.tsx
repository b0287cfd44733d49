import { createRoot } from 'react-dom/client';
import { App } from './App';
import { preferredLanguage, startLanguage } from './i18n';
import './theme/global.css';

const host = document.getElementById('root');
if (!host) throw new Error('index.html has no element "root".');
await startLanguage(preferredLanguage());
createRoot(host).render(<App />);
