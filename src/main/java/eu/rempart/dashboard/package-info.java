/**
 * Figures for the morning: sums and counts over deals and contacts, made by the database over what
 * is in clear. Nothing is opened but the few deals that are named.
 */
@NullMarked
package eu.rempart.dashboard;

import org.jspecify.annotations.NullMarked;
