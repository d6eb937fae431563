/**
 * How the organisation is protected, for administrators, and how the installation runs, for
 * engineers.
 */
@NullMarked
package eu.rempart.account.ui.security;

import org.jspecify.annotations.NullMarked;
