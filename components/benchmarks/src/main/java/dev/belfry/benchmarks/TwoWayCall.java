package dev.belfry.benchmarks;

/** Two ends in this process that show each other the clip. */
interface TwoWayCall {
    /** Returns how many pictures the two have been shown so far; fails if one could not be sent. */
    long shown();

    /** Returns how many pictures the two have decoded so far. */
    long decoded();

    /** Ends the call and frees everything. */
    void end() throws Exception;
}
