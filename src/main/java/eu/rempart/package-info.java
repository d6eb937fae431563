/**
 * Rempart: a CRM whose operator cannot read what is in it. Each package is a room; see the README.
 */
@NullMarked
package eu.rempart;

import org.jspecify.annotations.NullMarked;
