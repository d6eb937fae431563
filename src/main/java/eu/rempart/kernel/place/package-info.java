/**
 * Where data go to or lie: each place has a country that somebody declared, countries are allowed
 * or not, and connections to other machines are opened here alone.
 */
@NullMarked
package eu.rempart.kernel.place;

import org.jspecify.annotations.NullMarked;
