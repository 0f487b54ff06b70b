import { Modal, Tabs } from '@mantine/core';
import { hub } from '../../app.ts';
import { BundledModels } from './BundledModels.tsx';
import { HubModels } from './HubModels.tsx';
import { OwnModels } from './OwnModels.tsx';

/** The choice of a model: one served with this page, one trained here, or any from a hub. */
export function ModelPicker({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  function close() {
    hub.close();
    onClose();
  }
  return (
    <Modal opened={opened} onClose={close} title="Choose a model" size="lg">
      <Tabs defaultValue="bundled">
        <Tabs.List mb="md">
          <Tabs.Tab value="bundled">Served with this page</Tabs.Tab>
          <Tabs.Tab value="own">Your own</Tabs.Tab>
          <Tabs.Tab value="hub">From a hub</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="bundled">
          <BundledModels onChosen={close} />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OwnModels onChosen={close} />
        </Tabs.Panel>
        <Tabs.Panel value="hub">
          <HubModels onChosen={close} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}
