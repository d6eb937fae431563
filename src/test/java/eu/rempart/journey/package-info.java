/**
 * Journeys (run by failsafe): the packaged application, a real browser, real TLS, a real database.
 * Texts are looked up in the application's own catalogue, so one journey serves every language.
 * Here are the people, their browsers and the installations; the journeys are in the rooms inside.
 */
@NullMarked
package eu.rempart.journey;

import org.jspecify.annotations.NullMarked;
