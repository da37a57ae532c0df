/**
 * The hub's store in a database, by JDBC: {@link dev.belfry.hub.store.JdbcHubStore} keeps calls, events and devices,
 * {@link dev.belfry.hub.store.JdbcDirectory} keeps users and groups. One implementation serves H2, in a file beside the
 * hub and with nothing to install, and PostgreSQL, which many nodes of a hub may share;
 * {@link dev.belfry.hub.store.Notifications} then tells each node of the events that the others wrote.
 */
@NullMarked
package dev.belfry.hub.store;

import org.jspecify.annotations.NullMarked;
