package eu.rempart.edge.gate;

import eu.rempart.edge.limit.Rate;

/** Limits on connections from a place: for an address, for the network around it, for all of it. */
record SourceLimits(
    int atOnceAddress,
    int atOnceNetwork,
    int atOnceCountry,
    Rate address,
    Rate network,
    Rate country,
    Rate handshakes) {}
