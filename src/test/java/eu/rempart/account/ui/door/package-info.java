@NullMarked
package eu.rempart.account.ui.door;

import org.jspecify.annotations.NullMarked;
