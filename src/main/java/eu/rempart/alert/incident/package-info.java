/**
 * Incidents: what is wrong, told once however often it is raised, few where it is many; who is told
 * of it and when, until somebody takes care; and its whole story.
 */
@NullMarked
package eu.rempart.alert.incident;

import org.jspecify.annotations.NullMarked;
