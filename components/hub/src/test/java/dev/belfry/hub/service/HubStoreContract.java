package dev.belfry.hub.service;

/**
 * What every {@link HubStore} has to keep to. A store's test extends this and gives each test an empty store; the methods
 * are inherited from the parts of the contract.
 */
public abstract class HubStoreContract
        implements TransactionContract,
                CallContract,
                DueContract,
                LogContract,
                EventContract,
                DeviceContract,
                ConcurrencyContract {
    @Override
    public abstract HubStore store();
}
