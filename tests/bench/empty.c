/* cfa-empty: a CGI program that says nothing; how many a second a server can start. */
#include <stdio.h>

int main(void)
{
    return puts("Content-Type: text/plain\r\n\r") >= 0 ? 0 : 74;
}
