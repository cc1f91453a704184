import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeRouter, signInAgain } from './app/router.tsx';
import { paint } from './look/look.ts';
import './look/look.css';
import { makeQueryClient } from './query.ts';

paint();
const queryClient = makeQueryClient(() => signInAgain(router));
const router = makeRouter(queryClient);

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
