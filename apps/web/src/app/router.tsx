/** The one place that knows every page: lists become routes, layouts keep their doors. */
import { api } from '@kaitong/contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { ProblemError } from '../api.ts';
import { homeOf, isMerchant, type User } from '../house.ts';
import { asked } from '../query.ts';
import { consolePages } from './console-pages.tsx';
import { ErrorPage } from './error-page.tsx';
import { LandingPage } from './landing-page.tsx';
import { merchantPages } from './merchant-pages.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { maySee, type PageEntry } from './pages.ts';
import { publicPages } from './public-pages.ts';
import { Root, Waiting } from './root.tsx';
import { signInDoor } from './sign-in-door.ts';

type Context = { readonly queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

const landing = createRoute({ getParentRoute: () => root, path: '/', component: LandingPage });

const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: lazyRouteComponent(() => import('./open-layout.tsx'), 'OpenLayout'),
});

const phone = createRoute({
  getParentRoute: () => root,
  path: '/m',
  beforeLoad: (at) => admit(at, isMerchant),
  component: lazyRouteComponent(() => import('./merchant-layout.tsx'), 'MerchantLayout'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/c',
  beforeLoad: (at) => admit(at, (user) => !isMerchant(user)),
  component: lazyRouteComponent(() => import('./console-layout.tsx'), 'ConsoleLayout'),
});

const tree = root.addChildren([
  landing,
  open.addChildren(routesOf(open, publicPages)),
  phone.addChildren([...routesOf(phone, merchantPages), firstPage(phone, '/m/progress')]),
  desk.addChildren([...routesOf(desk, consolePages), firstPage(desk, '/c/desk')]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    // `Waiting` has its own patience.
    defaultPendingMs: 0,
    defaultPendingMinMs: 0,
    defaultPendingComponent: Waiting,
    scrollRestoration: true,
  });
}

/** The session has ended: sign in, then back to the page one was on. Public pages stay as they are. */
export function signInAgain(router: ReturnType<typeof makeRouter>): void {
  const { queryClient } = router.options.context;
  const { pathname, href } = router.state.location;
  const me = { queryKey: [api.identity.me.path] };
  const wasSignedIn = queryClient.getQueriesData(me).some(([, user]) => user !== undefined);
  // Whoever was not signed in is shown the way by `admit`, and nothing has expired.
  if (!wasSignedIn || !/^\/[mc](?:\/|$)/.test(pathname)) return;
  queryClient.removeQueries(me);
  void router.navigate({ to: '/sign-in', search: { ...signInDoor(href), expired: true } });
}

function routesOf(parent: AnyRoute, pages: readonly PageEntry[]): AnyRoute[] {
  return pages.map((page) =>
    createRoute({
      getParentRoute: () => parent,
      path: page.path,
      beforeLoad: ({ context }) => {
        const { user } = context as { user?: User };
        if (user && !maySee(page, user.role)) throw notYours();
      },
      component: lazyRouteComponent(page.load, 'Page'),
      errorComponent: ErrorPage,
    }),
  );
}

function firstPage(parent: AnyRoute, to: string): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to, replace: true });
    },
  });
}

type Arrival = { readonly context: Context; readonly location: { readonly href: string } };

/** Lets in who is signed in and belongs here; shows others the way. */
async function admit({ context, location }: Arrival, belongs: (user: User) => boolean) {
  const user = await whoIsThere(context.queryClient);
  if (!user) throw redirect({ to: '/sign-in', search: signInDoor(location.href) });
  if (!belongs(user)) throw redirect({ to: homeOf(user) });
  return { user };
}

async function whoIsThere(queryClient: QueryClient): Promise<User | undefined> {
  try {
    return (await queryClient.ensureQueryData(asked(api.identity.me, {}))).user;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return undefined;
    throw error;
  }
}

function notYours(): ProblemError {
  return new ProblemError({ status: 403, code: 'page.notYours' });
}
