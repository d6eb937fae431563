/** Tests of the room account. */
@NullMarked
package eu.rempart.account;

import org.jspecify.annotations.NullMarked;
