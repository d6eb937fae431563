/** Tests of the screens of the room account. */
@NullMarked
package eu.rempart.account.ui;

import org.jspecify.annotations.NullMarked;
