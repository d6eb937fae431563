/** From which countries members sign in, and how they hear of a new one. */
@NullMarked
package eu.rempart.account.place;

import org.jspecify.annotations.NullMarked;
