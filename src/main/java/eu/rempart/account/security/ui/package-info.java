/**
 * How the organisation is protected, for administrators, and how the installation runs, for
 * engineers.
 */
@NullMarked
package eu.rempart.account.security.ui;

import org.jspecify.annotations.NullMarked;
