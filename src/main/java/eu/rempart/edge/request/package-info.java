/**
 * Gate 3: requests, before Spring Security and before anything is worked out for them. Limits by
 * session or source, rules by country, bounds on bodies; refusals in the words of whoever asks.
 */
@NullMarked
package eu.rempart.edge.request;

import org.jspecify.annotations.NullMarked;
