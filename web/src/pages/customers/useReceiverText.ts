import type { Revealed, ShownReceiver } from '../../api/types';
import { useRegionName } from '../../resources/useRegions';

/** Where an order went, in words: in full where somebody looked. */
export function useReceiverText(revealed: Revealed | undefined) {
  const region = useRegionName();
  const full = new Map(revealed?.receivers.map((one) => [one.order, one]));
  return (order: number, receiver: ShownReceiver) => {
    const told = full.get(order) ?? receiver;
    return {
      person: [told.name, told.phone].filter(Boolean).join(' · '),
      place: [...new Set([region(receiver.region), receiver.city, receiver.district])].filter(Boolean).join(' · '),
      address: told.address,
    };
  };
}
