package dev.belfry.demo.chaos;

import java.time.Duration;

/**
 * What is to be done to a hub.
 *
 * @param calls how many calls are made
 * @param users how many users make them; an even number
 * @param seed what calls and kills are drawn from
 * @param longestPeace the longest that the nodes are left alone
 */
record ChaosPlan(long calls, int users, long seed, Duration longestPeace) {}
