/** Tests of the first administrator and the recovery kit. */
@NullMarked
package eu.rempart.account.setup;

import org.jspecify.annotations.NullMarked;
