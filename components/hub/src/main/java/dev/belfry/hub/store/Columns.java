package dev.belfry.hub.store;

import org.jdbi.v3.core.mapper.RowMapper;

/** The first column of a row, without looking its type up, which costs more than many a statement. */
final class Columns {
    static final RowMapper<String> TEXT = (rows, context) -> rows.getString(1);
    static final RowMapper<Long> NUMBER = (rows, context) -> rows.getLong(1);

    private Columns() {}
}
