/** What a new password of a member has to be, and the letter that says that one was changed. */
@NullMarked
package eu.rempart.account.password;

import org.jspecify.annotations.NullMarked;
