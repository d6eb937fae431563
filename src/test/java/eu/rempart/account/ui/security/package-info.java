@NullMarked
package eu.rempart.account.ui.security;

import org.jspecify.annotations.NullMarked;
