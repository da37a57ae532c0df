package dev.belfry.demo.load;

/**
 * What a load costs; NaN where it cannot be told, as with a hub that somebody else started.
 *
 * @param heapPerUser bytes of live heap of the hub's process
 * @param residentPerUser bytes of memory of the hub's process
 * @param resident bytes of memory of the hub's process at the end
 * @param hubCores processors that the hub's process kept busy
 * @param generatorCores processors that this process kept busy
 */
record HubCost(double heapPerUser, double residentPerUser, double resident, double hubCores, double generatorCores) {}
