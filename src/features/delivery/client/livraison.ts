import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import { browserTracker } from './browser-tracker.ts';
import { cmi5Tracker } from './cmi5/cmi5-tracker.ts';
import { Delivery } from './delivery.ts';
import { watchExit } from './exit.ts';
import { scormTracker } from './scorm-tracker.ts';
import type { Tracker } from './tracker.ts';
import './livraison.css';

async function begin(): Promise<void> {
  const module = JSON.parse(document.querySelector('#module')!.textContent) as DeliveredModule;
  watchExit(module.exitUrl);
  new Delivery(module, (await trackerOf(module)) ?? browserTracker(module.code, module.edition)).begin();
}

async function trackerOf({ standard }: DeliveredModule): Promise<Tracker | null> {
  switch (standard) {
    case 'scorm12':
    case 'scorm2004':
      return scormTracker(standard);
    case 'cmi5':
      return cmi5Tracker();
    case 'none':
      return null;
  }
}

void begin();
