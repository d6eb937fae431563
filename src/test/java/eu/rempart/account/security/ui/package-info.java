@NullMarked
package eu.rempart.account.security.ui;

import org.jspecify.annotations.NullMarked;
