/** Files of mails that go out: which may go, and where their bytes come from. */
@NullMarked
package eu.rempart.email.attach;

import org.jspecify.annotations.NullMarked;
