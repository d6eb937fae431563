/** Tests of the screens of e-mails. */
@NullMarked
package eu.rempart.email.ui;

import org.jspecify.annotations.NullMarked;
