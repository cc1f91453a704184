/** Around the pages for those who have not signed in. */
import { Outlet } from '@tanstack/react-router';
import { Furnished } from '../look/furnished.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './open-layout.css';

export function OpenLayout() {
  return (
    <Furnished density="roomy">
      <header className="open-head">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" className="open-main">
        <Outlet />
      </main>
    </Furnished>
  );
}
