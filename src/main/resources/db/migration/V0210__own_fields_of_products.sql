-- Products have fields of the organisation's own, as contacts, companies, deals and activities do (decision records
-- 0075 and 0208): null where there are none. Which kinds a field may be of, V0214 says.
ALTER TABLE product ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('product');
