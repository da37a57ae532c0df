package dev.belfry.hub.store;

import dev.belfry.hub.local.AnswerRacesTest;
import dev.belfry.hub.local.BusyAndGroupRacesTest;
import dev.belfry.hub.local.DialRacesTest;
import dev.belfry.hub.local.EndRacesTest;
import dev.belfry.hub.local.LineRacesTest;
import dev.belfry.hub.local.LocalHubTest;
import dev.belfry.hub.local.SimulationTest;
import dev.belfry.hub.service.AtOnceTest;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.HubStoreContract;
import dev.belfry.hub.service.HubTest;
import dev.belfry.hub.service.NodesTest;
import dev.belfry.hub.service.RelayTest;
import org.junit.jupiter.api.Nested;

/** What every store has to keep to, and the rules of ringing, on one kind of store. */
abstract class StoreRules {
    private final Stores stores;

    StoreRules(Stores stores) {
        this.stores = stores;
    }

    @Nested
    class TheContract extends HubStoreContract {
        private final HubStore store = stores.next();

        @Override
        public HubStore store() {
            return store;
        }
    }

    @Nested
    class Answers extends HubTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class Relays extends RelayTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class ManyNodes extends NodesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class CommandsAtOnce extends AtOnceTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }

        @Override
        protected int rounds() {
            return 20;
        }
    }

    @Nested
    class WithinOneProgram extends LocalHubTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RacesOfAnswers extends AnswerRacesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RacesOfBusyUsersAndGroups extends BusyAndGroupRacesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RacesOfCallers extends DialRacesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RacesToTheEnd extends EndRacesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RacesOfLines extends LineRacesTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }
    }

    @Nested
    class RandomEvenings extends SimulationTest {
        @Override
        protected HubStore newStore() {
            return stores.next();
        }

        @Override
        protected int schedules() {
            return 30;
        }
    }
}
