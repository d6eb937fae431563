/** Tests of connections to mail servers of strangers. */
@org.jspecify.annotations.NullMarked
package eu.rempart.email.imap;
