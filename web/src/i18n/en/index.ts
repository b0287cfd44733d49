import { access } from './access';
import { analytics } from './analytics';
import { connect } from './connect';
import { customers } from './customers';
import { exports } from './exports';
import { lists } from './lists';
import { profile } from './profile';
import { settings } from './settings';
import { shell } from './shell';
import told from './told.json';

export const en = { ...shell, ...access, ...analytics, ...connect, ...customers, ...exports, ...lists, ...profile, ...settings, ...told };
