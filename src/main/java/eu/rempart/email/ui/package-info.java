/** E-mails on the screen: in the timelines of records, where they are written, and templates. */
@NullMarked
package eu.rempart.email.ui;

import org.jspecify.annotations.NullMarked;
