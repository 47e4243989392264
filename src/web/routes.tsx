/** Which page answers which address. Each is fetched when it is first opened; charts and the editor with it. */
import type { RouteObject } from 'react-router'
import { Frame } from './pages/Frame.tsx'
import { FailedPage } from './pages/FailedPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { ProgrammeFrame } from './pages/ProgrammeFrame.tsx'
import { ScorecardPage } from './pages/scorecard/ScorecardPage.tsx'
import { ROUTES } from './paths.ts'
import { Waiting } from './ui/Waiting.tsx'

const page = (path: string, lazy: NonNullable<RouteObject['lazy']>): RouteObject => ({
  path,
  lazy,
  ErrorBoundary: FailedPage,
})

export const routes: RouteObject[] = [
  {
    Component: Frame,
    ErrorBoundary: FailedPage,
    HydrateFallback: Waiting,
    children: [
      { path: ROUTES.home, Component: HomePage, ErrorBoundary: FailedPage },
      page(ROUTES.begin, async () => ({
        Component: (await import('./pages/BeginPage.tsx')).BeginPage,
      })),
      {
        path: ROUTES.programme,
        Component: ProgrammeFrame,
        ErrorBoundary: FailedPage,
        children: [
          {
            index: true,
            ErrorBoundary: FailedPage,
            lazy: async () => ({
              Component: (await import('./pages/today/TodayPage.tsx')).TodayPage,
            }),
          },
          page(ROUTES.overview, async () => ({
            Component: (await import('./pages/programmes/ProgrammePage.tsx')).ProgrammePage,
          })),
          { path: ROUTES.scorecard, Component: ScorecardPage, ErrorBoundary: FailedPage },
          page(ROUTES.goal, async () => ({
            Component: (await import('./pages/goals/GoalPage.tsx')).GoalPage,
          })),
          page(ROUTES.newBenchmark, async () => ({
            Component: (await import('./pages/benchmarks/EditBenchmarkPage.tsx')).NewBenchmarkPage,
          })),
          page(ROUTES.benchmark, async () => ({
            Component: (await import('./pages/benchmarks/BenchmarkPage.tsx')).BenchmarkPage,
          })),
          page(ROUTES.editBenchmark, async () => ({
            Component: (await import('./pages/benchmarks/EditBenchmarkPage.tsx')).EditBenchmarkPage,
          })),
          page(ROUTES.seriesList, async () => ({
            Component: (await import('./pages/series/SeriesListPage.tsx')).SeriesListPage,
          })),
          page(ROUTES.series, async () => ({
            Component: (await import('./pages/series/SeriesPage.tsx')).SeriesPage,
          })),
          page(ROUTES.sources, async () => ({
            Component: (await import('./pages/sources/SourcesPage.tsx')).SourcesPage,
          })),
          page(ROUTES.source, async () => ({
            Component: (await import('./pages/sources/SourcePage.tsx')).SourcePage,
          })),
          page(ROUTES.events, async () => ({
            Component: (await import('./pages/events/EventsPage.tsx')).EventsPage,
          })),
          page(ROUTES.undertakings, async () => ({
            Component: (await import('./pages/undertakings/UndertakingsPage.tsx')).UndertakingsPage,
          })),
          page(ROUTES.alerts, async () => ({
            Component: (await import('./pages/alerts/AlertsPage.tsx')).AlertsPage,
          })),
          page(ROUTES.editions, async () => ({
            Component: (await import('./pages/editions/EditionsPage.tsx')).EditionsPage,
          })),
          page(ROUTES.edition, async () => ({
            Component: (await import('./pages/editions/EditionPage.tsx')).EditionPage,
          })),
          page(ROUTES.register, async () => ({
            Component: (await import('./pages/register/RegisterPage.tsx')).RegisterPage,
          })),
          page(ROUTES.net, async () => ({
            Component: (await import('./pages/register/NetPage.tsx')).NetPage,
          })),
          page(ROUTES.imports, async () => ({
            Component: (await import('./pages/imports/ImportsPage.tsx')).ImportsPage,
          })),
          page(ROUTES.nameMatches, async () => ({
            Component: (await import('./pages/name-matches/NameMatchesPage.tsx')).NameMatchesPage,
          })),
          page(ROUTES.person, async () => ({
            Component: (await import('./pages/persons/PersonPage.tsx')).PersonPage,
          })),
          page(ROUTES.lists, async () => ({
            Component: (await import('./pages/lists/ListsPage.tsx')).ListsPage,
          })),
          page(ROUTES.listDiff, async () => ({
            Component: (await import('./pages/lists/ListDiffPage.tsx')).ListDiffPage,
          })),
          page(ROUTES.list, async () => ({
            Component: (await import('./pages/lists/ListPage.tsx')).ListPage,
          })),
          page(ROUTES.engagements, async () => ({
            Component: (await import('./pages/engagements/EngagementsPage.tsx')).EngagementsPage,
          })),
          page(ROUTES.engagement, async () => ({
            Component: (await import('./pages/engagements/EngagementPage.tsx')).EngagementPage,
          })),
        ],
      },
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./pages/NoPage.tsx')).NoPage }),
      },
    ],
  },
]
